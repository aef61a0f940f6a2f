import type { Job } from '../../kernel/slice.ts'
import { deleteExpired } from './store/sessions.ts'

export const jobs: Job[] = [
  {
    name: 'identity.forgetWhatIsOver',
    schedule: '17 3 * * *',
    handle: (ctx) => deleteExpired(ctx.db),
  },
]
