/** Text without what nobody sees: control characters, soft hyphens, zero-width and direction marks. */
export const visible = (text: string): string =>
  text.replace(/(?![\t\n\u2028])[\p{Cc}\p{Cf}]/gu, "");
