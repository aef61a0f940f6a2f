export { createMail, type MailOptions } from './mail.ts'
