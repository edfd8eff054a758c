import { Socket } from "node:net";

/**
 * Leads every connection of this process to one port of this machine, whatever host it asks for. So an SDK is used with
 * its real addresses, as a merchant does, and nothing can ever reach a real provider.
 */
export function redirectConnections(port: number): void {
  const { connect } = Socket.prototype;
  type Args = readonly [object | readonly [object], ...unknown[]];
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    // net.connect() passes one array of options and callback, tls.connect() passes them one by one.
    const [first, ...rest] = args as unknown as Args;
    const [options, ...more] = Array.isArray(first) ? first : [first, ...rest];
    const there = { ...options, host: "127.0.0.1", port, path: undefined };
    return Reflect.apply(connect, this, [there, ...more]) as Socket;
  } as typeof connect;
}
