export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const status = parentElement.querySelector("[role=status]");
  button.textContent = data.label;
  copying(button, status, data, () => (data.text === null ? location.href : data.text));
}
