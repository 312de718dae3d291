import './waiting.css';
import { useEffect, useState } from 'react';

/** People take less than this for at once. */
const unnoticed = 300;

interface WaitingProps {
  /** 正在打开案件. */
  readonly what: string;
}

/** Says what is going on, once it takes long enough to be noticed. */
export function Waiting({ what }: WaitingProps) {
  const [isNoticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), unnoticed);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      {isNoticed ? `${what}……` : null}
    </div>
  );
}
