import './choice-cards.css';
import { useId } from 'react';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface ChoiceCardsProps<Value extends string> {
  /** What is asked. */
  readonly name: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  /** One of them, or any number. */
  readonly kind: 'one' | 'many';
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Big choices, each with a line on what is meant. Plain radio buttons and check boxes underneath. */
export function ChoiceCards<Value extends string>({ name, choices, chosen, kind, onChange }: ChoiceCardsProps<Value>) {
  const group = useId();
  const choose = (value: Value) => {
    if (kind === 'one') return onChange([value]);
    return onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };
  return (
    <fieldset className="choice-cards">
      <legend>{name}</legend>
      <div className="choice-cards-all">
        {choices.map(({ value, label, hint }) => {
          const id = `${group}-${value}`;
          return (
            <label key={value} htmlFor={id} className="choice-card">
              <input
                id={id}
                type={kind === 'one' ? 'radio' : 'checkbox'}
                name={group}
                checked={chosen.includes(value)}
                {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
                onChange={() => choose(value)}
              />
              <span>
                <span className="choice-card-label">{label}</span>
                {hint === undefined ? null : (
                  <span id={`${id}-hint`} className="choice-card-hint">
                    {hint}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
