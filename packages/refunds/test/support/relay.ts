/** A way to a server that can be cut, as a network can. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

export interface Relay {
  /** The address to use in place of the server's. */
  readonly url: string;
  /** Cuts every connection and refuses new ones, until it is repaired. */
  cut(): Promise<() => Promise<void>>;
  /** Cuts the connection that commits next: before its COMMIT gets through, or once it has and is answered. */
  cutAtCommit(when: "before" | "after"): void;
  close(): Promise<void>;
}

/** A statement ends with a zero: https://www.postgresql.org/docs/current/protocol-message-formats.html (Query) */
const commit = "COMMIT\0";

/** Passes on everything between a port of its own and the server. */
export async function relayTo(serverUrl: string): Promise<Relay> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let trap: "before" | "after" | undefined;

  function pass(client: Socket) {
    const server = connect(Number(target.port), target.hostname);
    const end = () => {
      client.destroy();
      server.destroy();
    };
    let isDeaf = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", end).on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on("data", (bytes) => {
      const springs = bytes.includes(commit) ? trap : undefined;
      if (springs) trap = undefined;
      if (springs === "before") return end();
      isDeaf ||= springs === "after";
      return server.write(bytes);
    });
    server.on("data", (bytes) => (isDeaf ? end() : client.write(bytes)));
  }

  let listening: Server;
  async function listen(port: number) {
    listening = createServer(pass).listen(port, "127.0.0.1");
    await once(listening, "listening");
    return (listening.address() as AddressInfo).port;
  }
  async function stop() {
    const closed = once(listening, "close");
    listening.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  const port = await listen(0);
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    async cut() {
      await stop();
      return async () => void (await listen(port));
    },
    cutAtCommit(when) {
      trap = when;
    },
    close: stop,
  };
}
