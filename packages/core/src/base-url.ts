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
  // Both are read once: what is checked is what is used.
  const named = Array.isArray(plainHttpHosts) ? [...plainHttpHosts] : [undefined];
  const text = String(baseUrl);
  if (!named.every(isHost)) {
    wrong("plainHttpHosts", 'must list host names without a port, such as ["sandbox"]');
    return undefined;
  }
  const hosts = named.map((host) => host.toLowerCase());
  const own = servers.map((server) => new URL(server).hostname);
  if (hosts.some((host) => own.includes(host.replace(/\.$/, "")))) {
    wrong("plainHttpHosts", "must not name the provider's own hosts: they take https only");
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const { protocol, hostname = "", username, password, search, hash, href = "" } = url ?? {};
  const plain =
    /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(hostname) || hosts.includes(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && plain)) {
    wrong(
      "baseUrl",
      'must be an https: URL, or an http: URL of this machine (localhost). For http: to another test host, name it: plainHttpHosts: ["sandbox"]',
    );
  } else if (`${username}${password}${search}${hash}`) {
    wrong("baseUrl", "must have no user, query or fragment");
  }
  return href.replace(/\/+$/, "");
}

/** A name or an address, as a URL has it. */
const isHost = (given: unknown): given is string =>
  typeof given === "string" && /^([\w.-]+|\[[\da-f:]+\])$/i.test(given);
