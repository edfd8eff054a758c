/** The names a served sandbox answers to. */

const wildcards = ["0.0.0.0", "::"];

/** As a URL and a `Host` header have it: in lower case, an IPv6 address in brackets. Throws where it is more than a host. */
export function hostName(given: string, option: string): string {
  const url = `http://${given.includes(":") && !given.startsWith("[") ? `[${given}]` : given}`;
  if (/[\s/@?#\\]/.test(given) || !URL.canParse(url) || new URL(url).port) {
    throw new Error(
      `${option} is "${given}". It must be a host name or an IP address, such as sandbox, without a scheme and a port.`,
    );
  }
  return new URL(url).hostname;
}

/** Any of 127.0.0.0/8, `::1` and `localhost`. */
export const isLoopback = (name: string): boolean =>
  /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(name);

/** The address at which this machine reaches what listens on `address`: loopback, where that stands for all of them. */
export function reachable(address: string): string {
  if (!wildcards.includes(address)) return address;
  return address.includes(":") ? "::1" : "127.0.0.1";
}

/** What may stand in a `Host` header: loopback, the address listened on unless that is all of them, and names allowed. */
export function allowedHosts(
  host: string,
  allowHosts: readonly string[],
): (name: string) => boolean {
  const names = new Set(allowHosts.map((name) => hostName(name, "allowHosts")));
  if (!wildcards.includes(host)) names.add(hostName(host, "host"));
  return (name) => isLoopback(name) || names.has(name);
}
