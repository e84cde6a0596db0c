"""Where a data folder may lie: not on another machine's disk, not in a synchronised one, not where it is full."""

import re
import shutil
from pathlib import Path, PurePosixPath

import pytest

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.sted import TILLAT, er_i_synkmappe, filsystem, krev_eget_sted, krev_rom
from tests.cli.linje import Mappe
from tests.storage.prosess import filer
from tests.storage.test_feil_paa_filen import krev_driftsfeil

MOUNTINFO = r"""
21 28 0:20 / /proc rw,nosuid shared:12 - proc proc rw
28 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 28 0:35 / /mnt/felles rw,relatime shared:20 - cifs //server/felles rw,vers=3.1
41 28 0:36 / /mnt/felles/lokal rw,relatime shared:21 - ext4 /dev/vdb1 rw
42 28 0:37 / /mnt/med\040mellomrom rw,relatime - nfs4 server:/hjem rw
43 28 0:38 / /mnt/skygge rw,relatime - ext4 /dev/vdc rw
44 28 0:39 / /mnt/skygge rw,relatime - fuse.sshfs hjemme: rw
""".strip().splitlines()


@pytest.mark.parametrize(
    ("sti", "slag"),
    [
        ("/home/kari/.local/share/Boligtildeling", "ext4"),
        ("/mnt/felles/Boligtildeling", "cifs"),
        ("/mnt/felles", "cifs"),
        ("/mnt/felles-ikke", "ext4"),
        ("/mnt/felles/lokal/data", "ext4"),
        ("/mnt/med mellomrom/data", "nfs4"),
        ("/mnt/skygge/data", "fuse.sshfs"),
        ("/proc/1", "proc"),
    ],
)
def test_filsystemet_er_det_innerste_og_siste_som_er_montert_der(sti: str, slag: str) -> None:
    assert filsystem(PurePosixPath(sti), MOUNTINFO) == slag


@pytest.mark.parametrize("slag", ["cifs", "nfs", "nfs4", "smb3", "fuse.sshfs", "fuse.rclone"])
def test_en_nettverksdisk_nektes_og_det_sies_hvorfor(tmp_path: Path, slag: str) -> None:
    tabell = tmp_path / "mountinfo"
    tabell.write_text(f"28 1 254:1 / / rw - ext4 /dev/vda1 rw\n40 28 0:35 / {tmp_path}/felles rw - {slag} x rw\n")
    with pytest.raises(Driftsfeil) as feil:
        krev_eget_sted(tmp_path / "felles" / "data", {}, tabell)
    assert "nettverksdisk" in feil.value.hva
    assert "to maskiner skriver samtidig" in feil.value.hva
    assert "ta sikkerhetskopi til nettverket i stedet" in feil.value.gjoer
    krev_eget_sted(tmp_path / "annet", {}, tabell)
    krev_eget_sted(tmp_path / "felles" / "data", {TILLAT: "1"}, tabell)


def test_en_lenke_til_en_nettverksdisk_er_en_nettverksdisk(tmp_path: Path) -> None:
    (tmp_path / "felles").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "felles")
    tabell = tmp_path / "mountinfo"
    tabell.write_text(f"40 28 0:35 / {tmp_path}/felles rw - cifs x rw\n")
    with pytest.raises(Driftsfeil):
        krev_eget_sted(tmp_path / "lenke" / "data", {}, tabell)


@pytest.mark.parametrize(
    "mappe",
    ["OneDrive", "OneDrive - Trondheim kommune", "onedrive", "Dropbox", "Google Drive", "GoogleDrive", "Nextcloud"],
)
def test_en_mappe_som_blir_synkronisert_nektes_ved_navnet(tmp_path: Path, mappe: str) -> None:
    ny = Mappe(tmp_path / mappe / "Documents" / "data", None, None)
    assert "synkronisert" in krev_driftsfeil(ny("opprett", "--proeve").feilet(5))
    assert not ny.sti.exists()


@pytest.mark.parametrize("mappe", ["Drive", "OneDriver", "Mine onedrive-saker", "Box"])
def test_en_mappe_som_bare_ligner_er_grei(tmp_path: Path, mappe: str) -> None:
    assert er_i_synkmappe(tmp_path / mappe / "data", {}) is False


@pytest.mark.parametrize("merke", [".dropbox", ".stfolder", ".owncloudsync.log"])
def test_en_mappe_som_blir_synkronisert_kjennes_paa_merket(tmp_path: Path, merke: str) -> None:
    (tmp_path / merke).touch()
    assert er_i_synkmappe(tmp_path / "under" / "data", {}) is True


def test_onedrive_kjennes_paa_det_windows_sier(tmp_path: Path) -> None:
    miljoe = {"OneDriveCommercial": str(tmp_path / "Trondheim kommune")}
    assert er_i_synkmappe(tmp_path / "Trondheim kommune" / "data", miljoe) is True
    assert er_i_synkmappe(tmp_path / "annet" / "data", miljoe) is False


def test_en_mappe_som_flyttes_til_onedrive_aapnes_ikke_der_og_er_uroert(mappe: Mappe, sak: str) -> None:
    onedrive = mappe.sti.parent / "OneDrive"
    onedrive.mkdir()
    flyttet = Mappe(mappe.sti.rename(onedrive / "data"))
    foer = filer(flyttet.sti)
    for kommando in (["vis", "saker"], ["kontroller"], ["noekkel", "bytt"]):
        assert "synkronisert" in krev_driftsfeil(flyttet(*kommando).feilet(5))
    assert filer(flyttet.sti) == foer
    tilbake = Mappe(flyttet.sti.rename(mappe.sti))
    assert tilbake("vis", "sak", sak).kode == 0


def test_en_full_disk_sies_med_hvor_mye_som_mangler(tmp_path: Path) -> None:
    krev_rom(tmp_path, 0)
    with pytest.raises(Driftsfeil) as feil:
        krev_rom(tmp_path, shutil.disk_usage(tmp_path).free + 500_000_000)
    assert re.search(r"minst 5[01]\d MB", feil.value.gjoer)
