/** One refund through the layers, as docs/how-it-works.md describes them. */
import type { Graph } from "./draw.ts";

export const refundLayers = (): Graph => ({
  title: "A refund through the layers",
  direction: "TB",
  boxes: [
    { id: "call", text: ["refunds.refund()", "your program, with your own key"], tone: "plain" },
    { id: "check", text: ["checked", "every field, against the provider’s spec"], tone: "plain" },
    { id: "journal", text: ["written to the journal", "before anything leaves"], tone: "open" },
    { id: "sign", text: ["composed and signed", "exact amounts, exact bytes"], tone: "plain" },
    { id: "send", text: ["sent once", "no redirect, one deadline"], tone: "plain" },
    { id: "provider", text: ["the provider", "may or may not answer"], tone: "quiet" },
    {
      id: "judge",
      text: ["judged", "a documented answer?", "same amount, same payment?"],
      tone: "plain",
    },
    { id: "settled", text: ["recorded", "succeeded, pending, declined, not_sent"], tone: "good" },
    { id: "unknown", text: ["recorded as unknown", "nothing is sent again"], tone: "bad" },
    { id: "evidence", text: ["evidence", "query, notification, or a person"], tone: "quiet" },
  ],
  arrows: [
    { from: "call", to: "check" },
    { from: "check", to: "journal" },
    { from: "journal", to: "sign", text: " a new key" },
    { from: "journal", to: "settled", text: "a known key: \nnothing is sent ", dashed: true },
    { from: "sign", to: "send" },
    { from: "send", to: "provider" },
    { from: "provider", to: "judge", text: " an answer" },
    { from: "provider", to: "unknown", text: " none, or a cut one", tone: "bad" },
    { from: "judge", to: "settled", text: "clear ", tone: "good" },
    { from: "judge", to: "unknown", text: " anything else", tone: "bad" },
    { from: "unknown", to: "evidence" },
    { from: "evidence", to: "settled", text: "proves it", tone: "good" },
  ],
});
