import type { PostgresClient, PostgresNotice } from "./pool.ts";

/** What a connection reports during a transaction, besides its answers. */
export interface Watched {
  readonly isBroken: boolean;
  /** Why the synchronous standby did not confirm the commit. Undefined if it did, or if there is none. */
  readonly unconfirmed: string | undefined;
  stop(): void;
}

export function watch(client: PostgresClient): Watched {
  let isBroken = false;
  let unconfirmed: string | undefined;
  // A pool without events leaves its clients without a listener: a break between two queries would crash the process.
  const onError = () => {
    isBroken = true;
  };
  // If the wait for the standby is cancelled, the server answers as after any commit, and warns.
  const onNotice = ({ routine, message }: PostgresNotice) => {
    if (routine === "SyncRepWaitForLSN") unconfirmed = message ?? routine;
  };
  client.on?.("error", onError);
  client.on?.("notice", onNotice);
  return {
    get isBroken() {
      return isBroken;
    },
    get unconfirmed() {
      return unconfirmed;
    },
    stop() {
      client.removeListener?.("error", onError);
      client.removeListener?.("notice", onNotice);
    },
  };
}
