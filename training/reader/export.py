"""`python -m training.reader.export NETWORK FOLDER`: the trained network as the files that the package carries.

Encoder and tags in ONNX (int8 per channel), the heads in plain arrays, the tokenizer as it was.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.reader.network import Network
from training.reader.train import START, fresh


class _Exported(nn.Module):
    """What runs under onnxruntime: views of the words and the scores of their tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        views = self.network.read(pieces, mask, firsts)
        return views, self.network.tags(views)


_AXES = {
    "pieces": {0: "windows", 1: "pieces"},
    "mask": {0: "windows", 1: "pieces"},
    "firsts": {0: "windows", 1: "words"},
    "views": {0: "windows", 1: "words"},
    "tags": {0: "windows", 1: "words"},
}


def export(network: Network, folder: Path, *, whole: bool = False) -> None:
    """Writes `encoder.onnx` (int8 unless `whole`), `heads.npz` and `tokenizer.json` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    example = (torch.ones(2, 12, dtype=torch.long), torch.ones(2, 12, dtype=torch.long), torch.ones(2, 7, dtype=torch.long))
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        network.encoder.config._attn_implementation = "eager"
        torch.onnx.export(
            _Exported(network),
            example,
            str(full),
            input_names=["pieces", "mask", "firsts"],
            output_names=["views", "tags"],
            dynamic_axes=_AXES,
            opset_version=17,
            dynamo=False,
        )
        if whole:
            shutil.copy(full, folder / "encoder.onnx")
        else:
            quantize_dynamic(full, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    heads = {
        n: p.detach().numpy().astype(np.float16) for n, p in network.named_parameters() if not n.startswith(("encoder.", "tags."))
    }
    np.savez_compressed(folder / "heads.npz", **heads)
    shutil.copy(START / "tokenizer.json", folder / "tokenizer.json")


def main() -> int:
    """Exports one network."""
    parser = argparse.ArgumentParser()
    parser.add_argument("network", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--whole", action="store_true", help="in full precision, to measure what int8 costs")
    options = parser.parse_args()
    network = fresh(0)
    network.load_state_dict(torch.load(options.network))
    export(network, options.folder, whole=options.whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
