import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

export interface RefusingPort {
  readonly port: number;
  release(): void;
}

/**
 * Reserves a port that refuses connections until it is released. The operating system could give a port that is only
 * closed to another program at any time. This port is the local end of a connection: in use, but nothing listens on it.
 */
export async function holdRefusingPort(host: string): Promise<RefusingPort> {
  const server = createServer();
  server.listen(0, host);
  await once(server, "listening");
  const accepted = once(server, "connection");
  const client = connect((server.address() as AddressInfo).port, host);
  const [[peer]] = await Promise.all([accepted, once(client, "connect")]);
  // The reserved port must not keep the process running.
  for (const handle of [server, client, peer]) handle.unref();
  return {
    port: (client.address() as AddressInfo).port,
    release() {
      client.destroy();
      peer.destroy();
      server.close();
    },
  };
}
