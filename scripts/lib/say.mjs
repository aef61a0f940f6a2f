/** One line of progress, for people. @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** Ends with a message that names the way out. @param {string} text @returns {never} */
export function giveUp(text) {
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}
