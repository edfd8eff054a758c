/** Signs and sends one request. */

import type { Exchange } from "../answer/ending.ts";
import { RefundError } from "../errors.ts";
import type { Features } from "../features.ts";
import { notify } from "../notify.ts";
import type { CallOptions, Settings } from "../options.ts";
import { writeJson } from "../request/body.ts";
import type { RequestParts, Values } from "../request/request.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import type { Secrets } from "./secrets.ts";
import { requestUrl, send } from "./transport.ts";

/** @throws {RefundError} if the signing key cannot be used; nothing is sent then */
export type Exchanger = (
  operation: OperationTable,
  parts: RequestParts,
  deadline: Deadline,
  observe?: CallOptions["observe"],
) => Promise<Exchange>;

export const createExchanger =
  (
    provider: string,
    { baseUrl, fetch }: Settings,
    given: Values,
    secrets: Secrets,
    { signer, body: write = writeJson, texts }: Features,
  ): Exchanger =>
  async (operation, parts, deadline, observe) => {
    const url = requestUrl(baseUrl, operation, parts);
    texts?.(operation, parts);
    const problem = await signer?.(operation, parts, url, given, write);
    if (problem) throw new RefundError("invalid_options", provider, [problem]);
    const body = write(operation, parts);
    if (!deadline.ended()) notify(observe, { event: "sent" });
    const exchange = await send(url, operation, parts.headers, body, fetch, deadline, secrets.mask);
    if (exchange.status === "answered") {
      notify(observe, { event: "answered", httpStatus: exchange.raw.status });
    }
    return exchange;
  };
