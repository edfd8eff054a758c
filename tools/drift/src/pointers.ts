/** `result.code` of `/result/code`; entries of a list are one. */
export const dotted = (pointer: string): string =>
  pointer.replace(/^\//, "").replaceAll("/*", "").replaceAll("/", ".");
