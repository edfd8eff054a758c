/** What the provider does to the one refund of a drill. A lost reply leaves the caller unable to know; the rest is certain. */

export const lostReplies = {
  hang: "takes the request and never answers",
  html_502: "answers with a gateway's page, status 502",
  reset: "resets the connection once the whole request has arrived",
  cut: "sends half of a good answer with status 200, then closes the connection",
  reset_then_refused: "resets as above, and refuses every connection from then on",
} as const;

/** What lost replies are held against, the most important first. */
export const controls = {
  refused: "refuses the connection: nothing was sent",
  declined: "refuses the refund and says so",
  answered: "carries the refund out and says so",
} as const;

export type LostReply = keyof typeof lostReplies;
export type Control = keyof typeof controls;
export type Scenario = LostReply | Control;

export const lostReplyNames = Object.keys(lostReplies) as LostReply[];
export const controlNames = Object.keys(controls) as Control[];
