/** What the provider does with the refund. After a lost reply, the caller cannot know what happened. All else is certain. */

export const lostReplies = {
  hang: "takes the request and never answers",
  html_502: "answers with a gateway's page, status 502",
  reset: "resets the connection after the whole request has arrived",
  cut: "sends half of a valid answer with status 200, then closes the connection",
  reset_then_refused: "resets the connection, and refuses every connection after that",
} as const;

/** The certain outcomes that lost replies are compared with, the most important first. */
export const controls = {
  refused: "refuses the connection, so nothing was sent",
  declined: "declines the refund",
  answered: "confirms the refund",
} as const;

export type LostReply = keyof typeof lostReplies;
export type Control = keyof typeof controls;
export type Scenario = LostReply | Control;

export const lostReplyNames = Object.keys(lostReplies) as LostReply[];
export const controlNames = Object.keys(controls) as Control[];
