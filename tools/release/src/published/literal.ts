/** A value as TypeScript on one line, because `@ts-expect-error` covers one line. `$rsa` becomes the identifier `rsa`. */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll('"$rsa"', "rsa");

/** Options of a client. The credentials of a provider without a test system name the environment. */
export const optionsLiteral = (credentials: object = {}): string =>
  literal({ environment: "test", ...credentials });

/** A request as source text, without the key that the facade asks for in any case. */
export const withoutKey = ({
  key: _,
  ...request
}: Readonly<Record<string, unknown>> = {}): string => literal(request);
