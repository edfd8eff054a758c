/** Where refunds may be sent in place of a provider's own servers. */

interface Given {
  readonly baseUrl: unknown;
  /** Host names that `baseUrl` may name with `http:`. */
  readonly plainHttpHosts: unknown;
  /** The provider's own base URLs: no option lets them be called by `http:`. */
  readonly servers: readonly string[];
}

/** Without a slash at its end; undefined where anything is wrong, which `wrong` is told. */
export function readBaseUrl(
  { baseUrl, plainHttpHosts = [], servers }: Given,
  wrong: (field: string, message: string) => void,
): string | undefined {
  if (!isHostList(plainHttpHosts)) {
    wrong("plainHttpHosts", 'must list host names without a port, such as ["sandbox"]');
    return undefined;
  }
  const named = plainHttpHosts.map((host) => host.toLowerCase());
  const own = servers.map((server) => new URL(server).hostname);
  if (named.some((host) => own.includes(host.replace(/\.$/, "")))) {
    wrong("plainHttpHosts", "must not name the provider's own hosts: they take https only");
    return undefined;
  }
  const url = URL.canParse(String(baseUrl)) ? new URL(String(baseUrl)) : undefined;
  const { protocol, hostname = "", username, password, search, hash, href = "" } = url ?? {};
  const plain =
    /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname) || named.includes(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && plain)) {
    wrong(
      "baseUrl",
      'must be https, or http to loopback; http to a test host needs its name: plainHttpHosts: ["sandbox"]',
    );
    return undefined;
  }
  if (`${username}${password}${search}${hash}`) {
    wrong("baseUrl", "must have no user, query or fragment");
  }
  return href.replace(/\/+$/, "");
}

const isHostList = (given: unknown): given is readonly string[] =>
  Array.isArray(given) &&
  given.every((host) => typeof host === "string" && /^([\w.-]+|\[[\da-f:]+\])$/i.test(host));
