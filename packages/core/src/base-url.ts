/** Checks `baseUrl`, which replaces a provider's own servers. */

interface Given {
  readonly baseUrl: unknown;
  /** Hosts to which `baseUrl` may use `http:`. */
  readonly plainHttpHosts: unknown;
  /** The provider's own base URLs. No option allows `http:` for them. */
  readonly servers: readonly string[];
}

/** @returns the URL without a slash at its end, or undefined after reporting a problem */
export function readBaseUrl(
  { baseUrl, plainHttpHosts = [], servers }: Given,
  wrong: (field: string, message: string) => void,
): string | undefined {
  // Read once, so that the checked value is the one that is used.
  const text = String(baseUrl);
  const hosts = Array.isArray(plainHttpHosts) ? plainHttpHosts.map(String) : [""];
  const own = servers.map((server) => new URL(server).hostname);
  // A trailing dot would name the same host.
  if (!hosts.every((host) => isHost.test(host) && !own.includes(host.replace(/\.$/, "")))) {
    wrong(
      "plainHttpHosts",
      'must list test hosts, such as ["sandbox"], and none of the provider\'s own',
    );
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
