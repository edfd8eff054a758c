/** A way to the tests' Postgres that can go bad, as a network can. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Relay {
  /** The address to use in place of the server's. */
  readonly url: string;
  /** From now on the connections that there are pass nothing on, and stay open. New ones work. */
  silence(): void;
  /** Takes connections, and answers none of them. */
  answerNothing(): void;
  /** Ends every connection. */
  hangUp(): void;
  /**
   * Keeps back that a new connection is ready, until the server ends it: the client gets both at once. Calls back when
   * there is one.
   */
  keepBack(isReady: () => void): void;
}

/** ReadyForQuery, of a session without a transaction: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

export async function relayTo(serverUrl: string): Promise<Relay> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let deafFrom = Number.POSITIVE_INFINITY;
  let deafUntil = 0;
  let count = 0;
  let onReady: (() => void) | undefined;

  const listening = createServer((client) => {
    const id = count++;
    const server = connect(Number(target.port), target.hostname);
    const kept: Buffer[] = [];
    let isReady = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    const isDeaf = () => id < deafUntil || id >= deafFrom;
    client.on("data", (bytes) => !isDeaf() && server.write(bytes));
    client.on("close", () => server.destroy());
    server.on("data", (bytes) => {
      if (isDeaf()) return;
      if (isReady) return void kept.push(bytes);
      isReady =
        onReady !== undefined && bytes.subarray(-readyForQuery.length).equals(readyForQuery);
      if (!isReady) return void client.write(bytes);
      kept.push(bytes);
      onReady?.();
      onReady = undefined;
    });
    server.on("close", () => {
      if (isDeaf()) return;
      client.end(Buffer.concat(kept));
    });
  }).listen(0, "127.0.0.1");
  await once(listening, "listening");
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    listening.close();
    hangUp();
  });

  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return {
    url: url.href,
    silence() {
      deafUntil = count;
    },
    answerNothing() {
      deafFrom = count;
    },
    hangUp,
    keepBack(isReady) {
      onReady = isReady;
    },
  };
}
