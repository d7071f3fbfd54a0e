/** Where the app is installed, and the token it speaks with there. */

export interface Installs {
  /** `unsure`: it cannot be found out just now. */
  knows(workspace: string): Promise<'yes' | 'no' | 'unsure'>;
  /** @throws {NotInstalled} the app is not in this workspace (any more); others, when it cannot be found out now */
  tokenFor(workspace: string, signal?: AbortSignal): Promise<string>;
  /** Slack no longer takes this token. */
  tokenRefused(workspace: string): void;
  /** The app's id, once it is known. */
  appId(): string | undefined;
  /**
   * When Slack was seen to take the token there, in milliseconds since 1970: a removal from before is over. Nothing where
   * an installation of its own says so.
   */
  takenSince?(workspace: string): number | undefined;
  /** The app was removed there. */
  remove(workspace: string): Promise<void>;
}

/** The app is not installed in this workspace: somebody removed it. Install it again. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}
