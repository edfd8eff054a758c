/** Signs and sends one request. */

import type { SendResult } from "../answer/send-result.ts";
import { RefundError } from "../errors.ts";
import type { Features } from "../features.ts";
import { notify } from "../notify.ts";
import type { CallOptions, Settings } from "../options.ts";
import { writeJson } from "../request/body.ts";
import type { RequestParts, Values } from "../request/request.ts";
import type { Problem } from "../request/value-check.ts";
import type { Verifier } from "../signature/verify.ts";
import type { OperationTable } from "../table.ts";
import type { Deadline } from "./deadline.ts";
import type { Secrets } from "./secrets.ts";
import { notSent, requestUrl, send } from "./transport.ts";

/** @throws {RefundError} if a key cannot be used; nothing is sent then */
export type SendOnce = (
  operation: OperationTable,
  parts: RequestParts,
  deadline: Deadline,
  observe?: CallOptions["observe"],
) => Promise<SendResult>;

export const createSendOnce =
  (
    provider: string,
    { baseUrl, fetch, tokenUrl = baseUrl }: Settings,
    given: Values,
    secrets: Secrets,
    { signer, verifier, body: write = writeJson, texts, read }: Features,
  ): SendOnce =>
  async (operation, parts, deadline, observe) => {
    const base = "gives" in operation ? tokenUrl : baseUrl;
    const url = () => requestUrl(base, operation, parts);
    texts?.(operation, parts);
    let verified: Awaited<ReturnType<Verifier>>;
    let problem: Problem | undefined;
    try {
      verified = await verifier?.(operation, parts, url(), given);
      problem = verified?.problem ?? (await signer?.(operation, parts, url(), given, write));
    } catch (error) {
      // For example, a library that is loaded for the signature is not installed.
      return notSent("not_dispatched", error, secrets.mask);
    }
    if (problem) throw new RefundError("invalid_options", provider, [problem]);
    const body = write(operation, parts);
    if (!deadline.ended()) {
      notify(observe, { event: "sent", method: operation.method, url: base + operation.path });
    }
    const result = await send(
      // Again: the signature may stand in the query.
      url(),
      operation,
      parts.headers,
      body,
      fetch,
      deadline,
      secrets.mask,
    );
    if (result.status === "answered") {
      notify(observe, { event: "answered", httpStatus: result.raw.status });
      const answered = { ...result, read, mask: secrets.mask };
      return verified?.check?.(answered) ?? answered;
    }
    return result;
  };
