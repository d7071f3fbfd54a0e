/** The parts of Adaptive Cards 1.4 that are used here, as JSON. */
type Spacing = 'None' | 'Small' | 'Default' | 'Medium';

interface Placed {
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

export interface TextBlock extends Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  /** Without it a phone shows one line and hides the rest. */
  readonly wrap: true;
  readonly size?: 'Small' | 'Medium';
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
}

interface Container extends Placed {
  readonly type: 'Container';
  readonly style?: 'attention';
  readonly id?: string;
  readonly isVisible?: false;
  readonly items: readonly CardElement[];
}

export interface ChoiceSet extends Placed {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly isMultiSelect: true;
  readonly style: 'expanded';
  readonly wrap: true;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** The ticked values with commas between them. */
  readonly value?: string;
}

export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: 'press';
  readonly data: { readonly token: string };
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs: 'auto' | 'none';
  readonly fallback: {
    readonly type: 'Action.Submit';
    readonly title: string;
    readonly data: { readonly token: string; readonly verb: 'press' };
    readonly associatedInputs: 'auto' | 'none';
  };
}

/** The card itself shows or hides what has this id. A client that cannot asks us. */
export interface Toggle {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
  readonly fallback: Execute;
}

interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly (Execute | Toggle)[];
}

export type CardElement = TextBlock | Container | ChoiceSet | ActionSet;
