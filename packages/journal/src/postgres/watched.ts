/** What a connection reports in addition to its answers. */
import type { PostgresClient, PostgresNotice } from "./pool.ts";

/** Since the transaction began. */
export interface Watched {
  readonly isBroken: boolean;
  /** Why the synchronous standby did not confirm the commit. Undefined if it did, or if there is none. */
  readonly unconfirmed: string | undefined;
  stop(): void;
}

interface Reports {
  isBroken: boolean;
  unconfirmed: string | undefined;
}

const reportsByClient = new WeakMap<PostgresClient, Reports>();

/** Watches a connection for as long as it lives. Without a listener, an idle one that breaks would crash the process. */
export function keepWatching(client: PostgresClient): void {
  if (reportsByClient.has(client)) return;
  const reports = { isBroken: false, unconfirmed: undefined };
  reportsByClient.set(client, reports);
  listen(client, reports);
}

/** Call it when a transaction begins, and `stop()` when it has ended. */
export function watch(client: PostgresClient): Watched {
  const kept = reportsByClient.get(client);
  const reports: Reports = kept ?? { isBroken: false, unconfirmed: undefined };
  reports.isBroken = false;
  reports.unconfirmed = undefined;
  // A pool without events leaves its clients without a listener.
  const stop = kept ? () => {} : listen(client, reports);
  return {
    get isBroken() {
      return reports.isBroken;
    },
    get unconfirmed() {
      return reports.unconfirmed;
    },
    stop,
  };
}

function listen(client: PostgresClient, reports: Reports): () => void {
  const onError = () => {
    reports.isBroken = true;
  };
  // If the wait for the standby is cancelled, the server answers as after any commit, and warns.
  const onNotice = ({ routine, message }: PostgresNotice) => {
    if (routine === "SyncRepWaitForLSN") reports.unconfirmed = message ?? routine;
  };
  client.on?.("error", onError);
  client.on?.("notice", onNotice);
  return () => {
    client.removeListener?.("error", onError);
    client.removeListener?.("notice", onNotice);
  };
}
