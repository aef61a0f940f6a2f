/** Password of every account of the demonstration; printed at the start and offered on the sign-in page of a demonstration. */
export const DEMO_PASSWORD = 'theke-zum-ausprobieren'
