/**
 * Everything that can go wrong with a request here, a closed list: what the caller meets, in words.
 * `_before` means that the refund was not done, `_after` that it was; no caller can tell the two apart. Where a kind says
 * neither, the request is judged and the money moved as always, and only its answer suffers.
 */
export const faultKinds = {
  /** The only fault that proves to the caller that nothing arrived. */
  refuse: "No connection: it is refused, and no byte of the request arrives.",
  /** Only the caller's own deadline ends it. */
  hang_before: "No answer, ever. The refund was not done.",
  hang_after: "No answer, ever. The refund was done.",
  /** A TCP reset (RST) once the whole request has arrived, before a byte of an answer. */
  reset_before: "The connection is reset instead of an answer. The refund was not done.",
  reset_after: "The connection is reset instead of an answer. The refund was done.",
  /** A gateway's page, as it comes from before or behind the provider's own program. */
  html_5xx_before: "HTTP 502 with an HTML page. The refund was not done.",
  html_5xx_after: "HTTP 502 with an HTML page. The refund was done.",
  /** To an address that refuses connections: a client that follows may take the second hop's failure for the first's. */
  redirect_before: "HTTP 307 to an address that refuses. The refund was not done.",
  redirect_after: "HTTP 307 to an address that refuses. The refund was done.",
  /** The content length is that of the whole answer; the connection ends halfway. */
  cut: "Half of the answer's body, then the connection closes.",
  /** How slowly is the sandbox's `dripMs`. */
  drip: "The whole answer, slowly, byte by byte.",
  /** Read to its end it is the answer and white space, so a client without a limit finds it valid. */
  flood: "The answer, and 100 MB of white space behind it.",
  /** In the field that repeats the refund's amount, or the payment's where there is no other. */
  twice_the_amount: "The answer, with twice the amount.",
  another_payment: "The answer, with the identifiers of another payment.",
  /** In the field that says what became of the refund or the payment; everything else stays as documented. */
  unseen_status: "The answer, with a status that no documentation knows.",
} as const;

/** One way for a request to fail. */
export type FaultKind = keyof typeof faultKinds;

/** Every kind, in the list's order. */
export const allFaults = Object.keys(faultKinds) as readonly FaultKind[];

export const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(faultKinds, name);

/** Whether the provider never judges a request that meets this fault: no money can move. */
export const endsBeforeRefund = (kind: FaultKind): boolean =>
  kind === "refuse" || kind.endsWith("_before");

export const unknownFault = (name: string): string =>
  `There is no fault "${name}". There are ${allFaults.join(", ")}.`;
