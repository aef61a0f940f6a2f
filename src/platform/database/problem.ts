/** Something about the database that whoever operates Theke has to put right: the message says what and how. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}
