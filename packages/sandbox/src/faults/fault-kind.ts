/**
 * Every fault that the sandbox can inject, with a description of what the caller gets.
 * `_before` means that the refund was not made, `_after` that it was made. A caller cannot tell the two apart. With every
 * other fault, the request is processed as usual, and only its answer is affected.
 */
export const faultKinds = {
  /** The only fault that proves to the caller that nothing arrived. */
  refuse: "The connection is refused. Nothing of the request arrives.",
  /** Only the caller's own timeout ends the call. */
  hang_before: "No answer arrives. The refund was not made.",
  hang_after: "No answer arrives. The refund was made.",
  /** A TCP reset (RST) after the whole request has arrived, and before the first byte of an answer. */
  reset_before: "The connection is reset before the answer. The refund was not made.",
  reset_after: "The connection is reset before the answer. The refund was made.",
  /** The error page of a gateway. */
  html_5xx_before: "HTTP 502 with an HTML page. The refund was not made.",
  html_5xx_after: "HTTP 502 with an HTML page. The refund was made.",
  /** A client that follows the redirect may take the refused second connection for a failure of the first one. */
  redirect_before: "HTTP 307 to an address that refuses connections. The refund was not made.",
  redirect_after: "HTTP 307 to an address that refuses connections. The refund was made.",
  /** `content-length` is the length of the whole answer. */
  cut: "Half of the answer's body arrives, then the connection closes.",
  /** `dripMs` of the sandbox sets the pause between two bytes. */
  drip: "The whole answer arrives slowly, byte by byte.",
  /** The answer stays valid JSON, so a client without a size limit accepts it. */
  flood: "The answer arrives with 100 MB of white space after it.",
  /** In the field with the refund's amount, or else in the field with the payment's amount. */
  twice_the_amount: "The answer has twice the amount.",
  another_payment: "The answer has the identifiers of another payment.",
  /** In the field with the status of the refund or the payment. Everything else stays as documented. */
  unseen_status: "The answer has a status that is not documented.",
} as const;

/** The name of a fault. */
export type FaultKind = keyof typeof faultKinds;

export const allFaults = Object.keys(faultKinds) as readonly FaultKind[];

export const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(faultKinds, name);

/** Whether this fault keeps a request from being judged, so that no money can move. */
export const endsBeforeRefund = (kind: FaultKind): boolean =>
  kind === "refuse" || kind.endsWith("_before");

export const unknownFault = (name: string): string =>
  `Unknown fault "${name}". Use one of ${allFaults.join(", ")}.`;
