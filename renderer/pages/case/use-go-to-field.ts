import { useNavigate } from 'react-router';
import { stepAddress, stepOfField } from './steps.ts';

/** Goes to a field by its path, on whichever step it stands. */
export function useGoToField(id: string): (path: string) => void {
  const navigate = useNavigate();
  return (path) => void navigate(stepAddress(id, stepOfField(path), path));
}
