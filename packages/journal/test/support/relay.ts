/** A relay to the test Postgres that can fail like a network. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Relay {
  /** The address to use instead of the server's. */
  readonly url: string;
  /** Existing connections stay open but transfer nothing any more. New ones work. */
  silence(): void;
  /** Accepts new connections and never answers. */
  answerNothing(): void;
  /** Closes every connection. */
  hangUp(): void;
  /** How many connections it has accepted so far. */
  connections(): number;
  /**
   * Holds back the message that the next connection is ready until the server closes that connection, so that the client
   * receives both at once. Calls `isReady` when it holds one back.
   */
  keepBack(isReady: () => void): void;
}

/** ReadyForQuery of an idle session: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

export async function relayTo(serverUrl: string): Promise<Relay> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let silentFrom = Number.POSITIVE_INFINITY;
  let silentUntil = 0;
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
    const isSilent = () => id < silentUntil || id >= silentFrom;
    client.on("data", (bytes) => !isSilent() && server.write(bytes));
    client.on("close", () => server.destroy());
    server.on("data", (bytes) => {
      if (isSilent()) return;
      if (isReady) return void kept.push(bytes);
      isReady =
        onReady !== undefined && bytes.subarray(-readyForQuery.length).equals(readyForQuery);
      if (!isReady) return void client.write(bytes);
      kept.push(bytes);
      onReady?.();
      onReady = undefined;
    });
    server.on("close", () => {
      if (isSilent()) return;
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
      silentUntil = count;
    },
    answerNothing() {
      silentFrom = count;
    },
    hangUp,
    connections: () => count,
    keepBack(isReady) {
      onReady = isReady;
    },
  };
}
