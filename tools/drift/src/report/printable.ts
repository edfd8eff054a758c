/**
 * What a page says, as it may be printed: it could move the cursor, recolour or retitle a terminal, or turn the reading
 * direction. Such characters are shown by their number.
 */
export const printable = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
