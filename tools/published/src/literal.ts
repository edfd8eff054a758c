/** A value as TypeScript; `$rsa` becomes the identifier `rsa`, for the program to declare. */
export const literal = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll('"$rsa"', "rsa");
