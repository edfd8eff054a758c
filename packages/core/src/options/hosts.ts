import type { Environment } from "../table.ts";
import type { OptionStep } from "./read-with.ts";

type Servers = Readonly<Partial<Record<Environment, string>>>;

/** One DNS label. Nothing that fits can end a host name or lead to another one. */
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** Puts settings into the provider's hosts, and finds the host of the token call where it is another one. */
export const readHosts: OptionStep = (draft, wrong) => {
  const { table, values, settings, problems } = draft;
  const environment = values.environment as Environment;
  const ofToken = table.token?.servers ?? {};
  const needed = namesIn([table.servers[environment], ofToken[environment]]);
  for (const name of namesIn([...Object.values(table.servers), ...Object.values(ofToken)])) {
    const value = settings[name];
    if (value !== undefined && !label.test(String(value))) {
      wrong(name, "must be one part of a host name: at most 63 letters, digits and hyphens");
    } else if (
      value === undefined &&
      needed.has(name) &&
      !problems.some(({ field }) => field === name)
    ) {
      wrong(name, `is missing: the ${environment} host begins with it`);
    }
  }
  const filled = (servers: Servers): Servers =>
    Object.fromEntries(
      Object.entries(servers).map(([name, url]) => [
        name,
        url.replace(placeholder, (_, setting) => {
          const text = String(settings[setting]);
          // A wrong one has been reported, and must not break the URL before that is thrown.
          return label.test(text) ? text.toLowerCase() : "invalid";
        }),
      ]),
    );
  // No option allows `http:` for any host that is the provider's, whatever the settings.
  if (Array.isArray(values.plainHttpHosts)) {
    const own = [...Object.values(table.servers), ...Object.values(ofToken)].map(hostPattern);
    const hosts = values.plainHttpHosts.map(String);
    values.plainHttpHosts = hosts;
    if (hosts.some((host) => own.some((pattern) => pattern.test(host)))) {
      wrong("plainHttpHosts", "must list none of the provider's own hosts");
    }
  }
  draft.table = { ...table, servers: filled(table.servers) };
  if (values.baseUrl === undefined) draft.tokenUrl = filled(ofToken)[environment];
};

const placeholder = /\{(\w+)\}/g;

const namesIn = (urls: readonly (string | undefined)[]): Set<string> =>
  new Set([...urls.join(" ").matchAll(placeholder)].map(([, name = ""]) => name));

/** Every host that a URL can have. */
function hostPattern(url: string): RegExp {
  const [, , host = ""] = url.split("/");
  const fixed = host.replace(/:\d+$/, "").split(/\{\w+\}/);
  const escaped = fixed.map((text) => text.replaceAll(".", "\\."));
  return new RegExp(`^${escaped.join("[^.]+")}\\.?$`, "i");
}
