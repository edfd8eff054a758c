/** A TCP proxy whose connections a test can break. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

export interface Relay {
  /** The address to use in place of the server's. */
  readonly url: string;
  /** Breaks all connections and refuses new ones, until the returned function is called. */
  cut(): Promise<() => Promise<void>>;
  /** Breaks the connection that commits next: before its COMMIT arrives, or when the server answers it. */
  cutAtCommit(when: "before" | "after"): void;
  close(): Promise<void>;
}

/** A statement ends with a zero byte: https://www.postgresql.org/docs/current/protocol-message-formats.html (Query) */
const commit = "COMMIT\0";

/** Forwards everything between its own port and the server. */
export async function relayTo(serverUrl: string): Promise<Relay> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let cutAt: "before" | "after" | undefined;

  function pass(client: Socket) {
    const server = connect(Number(target.port), target.hostname);
    const end = () => {
      client.destroy();
      server.destroy();
    };
    let dropsAnswers = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", end).on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on("data", (bytes) => {
      const cutsNow = bytes.includes(commit) ? cutAt : undefined;
      if (cutsNow) cutAt = undefined;
      if (cutsNow === "before") return end();
      dropsAnswers ||= cutsNow === "after";
      return server.write(bytes);
    });
    server.on("data", (bytes) => (dropsAnswers ? end() : client.write(bytes)));
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
      cutAt = when;
    },
    close: stop,
  };
}
