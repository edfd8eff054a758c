import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

export interface RefusingPort {
  readonly port: number;
  release(): void;
}

/**
 * A port that refuses connections for as long as it is held. One that was merely closed could be given to another
 * program at any time. This one is the near end of a connection: taken, and nobody listens on it.
 */
export async function holdRefusingPort(host: string): Promise<RefusingPort> {
  const far = createServer();
  far.listen(0, host);
  await once(far, "listening");
  const accepted = once(far, "connection");
  const near = connect((far.address() as AddressInfo).port, host);
  const [[end]] = await Promise.all([accepted, once(near, "connect")]);
  // It holds no program open.
  for (const held of [far, near, end]) held.unref();
  return {
    port: (near.address() as AddressInfo).port,
    release() {
      near.destroy();
      end.destroy();
      far.close();
    },
  };
}
