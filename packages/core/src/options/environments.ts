import type { OptionStep } from "./read-with.ts";

/**
 * Refuses a credential of another environment than the one that is asked for: a live key would move real money under
 * `environment: "test"`. With `baseUrl` nothing is known about the environment. Messages never show the credential.
 */
export const checkEnvironments: OptionStep = ({ table, values }, wrong) => {
  const { environment } = values;
  if (environment !== "live" && environment !== "test") return;
  const other = environment === "live" ? "test" : "live";
  for (const [name, { environments }] of table.credentials.flatMap(Object.entries)) {
    const value = values[name];
    // An empty one, as of a variable that is not set, is reported as empty.
    if (!environments || value === undefined || value === "") continue;
    const is = (pattern: string | undefined) =>
      pattern === undefined ? undefined : new RegExp(pattern, "u").test(String(value));
    const own = is(environments[environment]);
    if (is(environments[other]) && !own) {
      const advice = `use your ${environment} credentials, or environment: "${other}"`;
      wrong(
        name,
        `is for the ${other} environment, but environment is "${environment}"; ${advice}`,
      );
    } else if (own === false) {
      wrong(name, `must match ${environments[environment]} if environment is "${environment}"`);
    }
  }
};
