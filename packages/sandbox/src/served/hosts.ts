/** The host names that a served sandbox answers. */

const wildcards = ["0.0.0.0", "::"];

/**
 * Normalizes a host as in a `Host` header: in lower case, an IPv6 address in brackets.
 * @throws {Error} if `given` is not only a host
 */
export function hostName(given: string, option: string): string {
  const url = `http://${given.includes(":") && !given.startsWith("[") ? `[${given}]` : given}`;
  if (/[\s/@?#\\]/.test(given) || !URL.canParse(url) || new URL(url).port) {
    throw new Error(
      `${option} is "${given}". It must be a host name or an IP address without a scheme or port, such as sandbox.`,
    );
  }
  return new URL(url).hostname;
}

/** True for 127.0.0.0/8, `::1` and `localhost`. */
export const isLoopback = (name: string): boolean =>
  /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(name);

/** The address by which this machine reaches a server that listens on `address`: loopback for a wildcard address. */
export function reachable(address: string): string {
  if (!wildcards.includes(address)) return address;
  return address.includes(":") ? "::1" : "127.0.0.1";
}

/** Returns whether a `Host` is allowed: loopback, `host` unless it is a wildcard, and `allowHosts`. */
export function allowedHosts(
  host: string,
  allowHosts: readonly string[],
): (name: string) => boolean {
  const names = new Set(allowHosts.map((name) => hostName(name, "allowHosts")));
  if (!wildcards.includes(host)) names.add(hostName(host, "host"));
  return (name) => isLoopback(name) || names.has(name);
}
