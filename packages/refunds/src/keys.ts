import type { Outcome, Problem } from "@refunds/core";

/**
 * Holds every key's refund for as long as the process lives, so that a key is sent once. The durable journal takes this
 * place; until then a restart forgets, and one process knows nothing of another's keys.
 */
export interface Keys {
  /** The key's own outcome, from `send` if it is new or provably never left; a problem if it stands for another refund. */
  once(key: string, request: object, send: () => Promise<Outcome>): Promise<Outcome> | Problem;
}

export function createKeys(): Keys {
  const known = new Map<string, { readonly request: string; readonly outcome: Promise<Outcome> }>();
  return {
    once(key, request, send) {
      const written = canonical(request);
      const earlier = known.get(key);
      if (earlier && earlier.request !== written) {
        return {
          field: "key",
          message: `"${key}" already stands for another refund; use a new key`,
        };
      }
      if (earlier) return earlier.outcome;
      const outcome = send();
      known.set(key, { request: written, outcome });
      const forget = () => known.delete(key);
      // What never left may be tried again under its key; so may what threw, since nothing was sent.
      outcome.then(({ status }) => status === "not_sent" && forget(), forget);
      return outcome;
    },
  };
}

/** The same text for the same request, whatever the order of its fields. */
const canonical = (request: object): string =>
  JSON.stringify(request, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
