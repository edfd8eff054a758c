/** The errors of Node's `fetch`, as observed with real sockets on Node 24: names, messages, codes and causes. */

const systemError = (message: string, fields: object): Error =>
  Object.assign(new Error(message), fields);

/** Errors of undici have their own name, unlike Node's system errors. */
function socketError(): Error {
  const fields = { name: "SocketError", code: "UND_ERR_SOCKET", socket: {} };
  return systemError("other side closed", fields);
}

const fetchFailed = (cause: Error): TypeError => new TypeError("fetch failed", { cause });

/** Nothing listens at the address. */
export function connectionRefused(url: string): TypeError {
  const { port, protocol } = new URL(url);
  const number = Number(port) || (protocol === "https:" ? 443 : 80);
  const refused = systemError(`connect ECONNREFUSED 127.0.0.1:${number}`, {
    errno: -111,
    code: "ECONNREFUSED",
    syscall: "connect",
    address: "127.0.0.1",
    port: number,
  });
  // As on Bun. Elsewhere than on Node, this tells a client which of several requests was refused.
  return fetchFailed(Object.defineProperty(refused, "path", { value: url }));
}

/** A TCP reset before the answer. */
export const connectionReset = (): TypeError =>
  fetchFailed(systemError("read ECONNRESET", { errno: -104, code: "ECONNRESET", syscall: "read" }));

/** The connection closed before the end of the body. Reading the body throws this, after `fetch` has resolved. */
export const bodyTerminated = (): TypeError =>
  new TypeError("terminated", { cause: socketError() });

/** A redirect under `redirect: "error"`. */
export const unexpectedRedirect = (): TypeError => fetchFailed(new Error("unexpected redirect"));
