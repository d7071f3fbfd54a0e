/** A button pressed in a drawing, as both platforms report it: the value it carries and what is ticked beside it. */
export interface Press {
  readonly label: string;
  readonly token: string;
  readonly ticked?: readonly string[];
}
