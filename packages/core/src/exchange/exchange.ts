/** One request of one client: signed and sent. */

import type { Exchange } from "../answer/ending.ts";
import { RefundError } from "../errors.ts";
import type { Settings } from "../options.ts";
import { type RequestParts, type Values, writeBody, writeJsonText } from "../request/request.ts";
import type { Signer } from "../signature/sign.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import type { Secrets } from "./secrets.ts";
import { requestUrl, send } from "./transport.ts";

/** Throws a `RefundError`, with nothing sent, where the signing key is no good. */
export type Exchanger = (
  operation: OperationTable,
  parts: RequestParts,
  deadline: Deadline,
) => Promise<Exchange>;

export const createExchanger =
  (
    provider: string,
    { baseUrl, fetch }: Settings,
    given: Values,
    secrets: Secrets,
    sign: Signer | undefined,
  ): Exchanger =>
  async (operation, parts, deadline) => {
    const url = requestUrl(baseUrl, operation, parts);
    writeJsonText(operation, parts);
    const problem = await sign?.(operation, parts, url, given);
    if (problem) throw new RefundError("invalid_options", provider, [problem]);
    const body = writeBody(operation, parts);
    return send(url, operation, parts.headers, body, fetch, deadline, secrets.mask);
  };
