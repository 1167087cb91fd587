/** A LIKE pattern (with `ESCAPE '\'`) that finds the text anywhere; its own % and _ mean themselves. */
export function likeAnywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
