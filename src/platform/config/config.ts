export interface Config {
  url: string
  demo: boolean
  secret: string
  uploadLimit: number
  port: number
  host: string
  trustProxy: boolean
  dataFolder: string
}
