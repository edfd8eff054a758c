/** A value as TypeScript on one line, where `@ts-expect-error` reaches it. `$rsa` becomes the identifier `rsa`. */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll('"$rsa"', "rsa");
