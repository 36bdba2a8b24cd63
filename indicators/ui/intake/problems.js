// What is wrong with the rows arrives after the rows themselves, and is handed to the desk.
export default function ({ data }) {
  dashboard.deskProblems = data;
  dashboard.desk?.tell(data);
}
