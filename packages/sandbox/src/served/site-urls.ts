/** The URLs by which a client reaches the sandbox. They follow its `Host`, since each container may use another name. */
export interface SiteUrls {
  readonly url: string;
  /** An origin that refuses all connections. */
  readonly refusedUrl: string;
}
