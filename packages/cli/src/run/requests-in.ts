import type { LoadedConfig } from "../config/load-config.ts";
import { readRows } from "../csv/read-rows.ts";
import { type RowRequest, rowRequest } from "../csv/row-request.ts";

export interface NumberedRequest {
  readonly line: number;
  readonly request: RowRequest;
}

/** The requests of a file that was checked. */
export async function* requestsIn(
  config: LoadedConfig,
  file: string,
): AsyncGenerator<NumberedRequest> {
  for await (const row of readRows(file)) {
    const request = rowRequest(config, row, []);
    if (request) yield { line: row.line, request };
  }
}
