import { Socket } from "node:net";

/**
 * Redirects all connections of this process to one port of this machine. So an SDK can use its real addresses, and nothing
 * can reach a real provider.
 */
export function redirectConnections(port: number): void {
  const { connect } = Socket.prototype;
  type Args = readonly [object | readonly [object], ...unknown[]];
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    // net.connect() passes one array with options and callback, and tls.connect() passes separate arguments.
    const [first, ...rest] = args as unknown as Args;
    const [options, ...more] = Array.isArray(first) ? first : [first, ...rest];
    const redirected = { ...options, host: "127.0.0.1", port, path: undefined };
    return Reflect.apply(connect, this, [redirected, ...more]) as Socket;
  } as typeof connect;
}
