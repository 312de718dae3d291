/** The look of one invented app. */
export interface Theme {
  readonly name: string;
  readonly accent: string;
  /** The second colour of gradients. */
  readonly accentEnd: string;
  /** A pale tint of the accent for chips and notices. */
  readonly tint: string;
  /** Ground of the user's own chat bubbles: pale, so that the words survive grey printing. */
  readonly bubble: string;
}

export const youju: Theme = {
  name: '有据商城',
  accent: '#f0522b',
  accentEnd: '#ff8a3d',
  tint: '#fff1ea',
  bubble: '#ffd5c4',
};
export const jili: Theme = {
  name: '集例网',
  accent: '#4a58e8',
  accentEnd: '#7b8cff',
  tint: '#eef0ff',
  bubble: '#d3d9ff',
};
export const leju: Theme = {
  name: '乐据优选',
  accent: '#0c8f70',
  accentEnd: '#3cc39f',
  tint: '#e7f7f2',
  bubble: '#bfeadb',
};
export const jufu: Theme = {
  name: '据付',
  accent: '#0b7285',
  accentEnd: '#22a6b8',
  tint: '#e6f5f7',
  bubble: '#c8ebf0',
};
