export { createMail } from './mail.ts'
