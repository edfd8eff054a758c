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
  const text = String(baseUrl);
  const hosts = Array.isArray(plainHttpHosts) ? plainHttpHosts.map(String) : [""];
  const own = servers.map((server) => new URL(server).hostname);
  // Only what a URL has for a host can match; a dot at its end would name the same host.
  if (!hosts.every((host) => isHost.test(host) && !own.includes(host.replace(/\.$/, "")))) {
    wrong("plainHttpHosts", 'must list test hosts, such as ["sandbox"], and none of the provider');
    return undefined;
  }
  const { protocol, hostname, username, password, search, hash, href } = new URL(
    URL.canParse(text) ? text : "none:",
  );
  const plain = protocol === "http:" && (loopback.test(hostname) || hosts.includes(hostname));
  if ((protocol === "https:" || plain) && !(username + password + search + hash)) {
    return href.replace(/\/+$/, "");
  }
  wrong(
    "baseUrl",
    'must be an https: URL, or an http: URL of this machine (localhost) or of plainHttpHosts: ["sandbox"]',
  );
  return undefined;
}

const loopback = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/;
/** A name in lower case or an address. */
const isHost = /^[a-z\d._-]+$|^\[/;
