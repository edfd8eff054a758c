import type { Answer, Delivery } from "./delivery.ts";
import type { FaultKind } from "./fault-kind.ts";

const page = `<!doctype html>
<html><head><title>502 Bad Gateway</title></head>
<body><h1>502 Bad Gateway</h1><p>The upstream server sent an invalid response.</p></body></html>
`;

/**
 * How to deliver an answer with a fault. Faults that falsify the answer's content have already changed it.
 * @param refusedUrl - the origin that a redirect leads to
 */
export function applyFault(kind: FaultKind, answer: Answer, refusedUrl: string): Delivery {
  switch (kind) {
    case "refuse":
      return { by: "refuse" };
    case "hang_before":
    case "hang_after":
      return { by: "hang" };
    case "reset_before":
    case "reset_after":
      return { by: "reset" };
    case "html_5xx_before":
    case "html_5xx_after": {
      const headers = { ...answer.headers, "content-type": "text/html" };
      return { by: "answer", answer: { status: 502, headers, body: page } };
    }
    case "redirect_before":
    case "redirect_after": {
      const headers = { ...answer.headers, location: `${refusedUrl}/` };
      return { by: "answer", answer: { status: 307, headers, body: "" } };
    }
    case "cut":
    case "drip":
    case "flood":
      return { by: kind, answer };
    default:
      return { by: "answer", answer };
  }
}
