"""Describes the installation in the language of WiX 3, which wixl reads: every file, the start menu, the registry."""

import uuid
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import quoteattr

from installer.msi.hent import OPPSETT

Omfang = Literal["perMachine", "perUser"]
NAVN = "Boligtildeling"
EGENSKAPER = ("INSTALLDIR", "SKRIVEBORD", "DATAMAPPE", "KOPISTED")
"""What IT may set when installing; kept in the registry, so that upgrades and repairs have them too."""
_OM = OPPSETT["installasjon"]
_ER_NOEKKEL = ' KeyPath="yes"'
_NEDGRADERING = (
    f"En nyere utgave av {NAVN} er installert. Avinstaller den først hvis du vil tilbake; dataene blir liggende."
)


def _id(slag: str, sti: str) -> str:
    return f"{slag}{sha256(sti.encode()).hexdigest()[:24]}"


def _guid(omfang: Omfang, hva: str) -> str:
    return str(uuid.uuid5(uuid.UUID(_OM["navnerom"]), f"{omfang}|{hva}")).upper()


def fil_id(sti: str) -> str:
    """What the file at this path in the folder is called in the tables."""
    return _id("f", sti)


def _filer(mappe: Path, rot: Path, omfang: Omfang, komponenter: list[str]) -> Iterator[str]:
    for sti in sorted(mappe.iterdir()):
        navn, her = quoteattr(sti.name), sti.relative_to(rot).as_posix()
        if sti.is_dir():
            yield f'<Directory Id="{_id("d", her)}" Name={navn}>'
            yield from _filer(sti, rot, omfang, komponenter)
            yield "</Directory>"
            continue
        komponenter.append(_id("c", her))
        kilde = quoteattr(sti.relative_to(rot.parent).as_posix())
        yield (
            f'<Component Id="{komponenter[-1]}" Guid="{_guid(omfang, her)}" Win64="yes">'
            f'<File Id="{fil_id(her)}" Name={navn} Source={kilde} KeyPath="yes"/></Component>'
        )


def _soek(egenskap: str, rot: str) -> str:
    noekkel = rf"Software\{NAVN}"
    return (
        f'<Property Id="{egenskap}">'
        f'<RegistrySearch Id="s{egenskap}" Root="{rot}" Key="{noekkel}" Name="{egenskap}" Type="raw"/></Property>'
    )


def _verdi(navn: str, verdi: str, ekstra: str = "") -> str:
    return f'<RegistryValue Name="{navn}" Type="string" Value="{verdi}"{ekstra}/>'


def beskrivelse(mappe: Path, ikon: Path, versjon: str, omfang: Omfang) -> str:
    """The whole description, of what is in `mappe`; paths are from the folder that `mappe` lies in."""
    rot = "HKLM" if omfang == "perMachine" else "HKCU"
    oppgradering = _OM["oppgradering_maskin" if omfang == "perMachine" else "oppgradering_bruker"]
    komponenter: list[str] = []
    filer = "\n".join(_filer(mappe, mappe, omfang, komponenter))
    policy = _policy(omfang) if omfang == "perMachine" else ""
    egne = ["cRegister", "cMeny", "cSkrivebord", *(["cDatamappe", "cKopisted"] if policy else [])]
    deler = "\n".join(f'<ComponentRef Id="{navn}"/>' for navn in [*komponenter, *egne])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="*" Name="{NAVN}" Manufacturer="{_OM["produsent"]}" Version="{versjon}" Language="1044"
 UpgradeCode="{oppgradering}">
<Package Id="*" Description="{NAVN} {versjon}" Manufacturer="{_OM["produsent"]}" InstallerVersion="500"
 Compressed="yes" InstallScope="{omfang}" Languages="1044" SummaryCodepage="1252"/>
<MajorUpgrade DowngradeErrorMessage="{_NEDGRADERING}"/>
<Media Id="1" Cabinet="filer.cab" EmbedCab="yes"/>
<Condition Message="{NAVN} trenger 64-biters Windows 10 eller nyere.">VersionNT64</Condition>
<Icon Id="boligtildeling.ico" SourceFile="{ikon.name}"/>
<Property Id="ARPPRODUCTICON" Value="boligtildeling.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<Property Id="MSIRESTARTMANAGERCONTROL" Value="Disable"/>
<Property Id="REBOOT" Value="ReallySuppress"/>
{"".join(_soek(egenskap, rot) for egenskap in EGENSKAPER)}
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="{"ProgramFiles64Folder" if omfang == "perMachine" else "LocalAppDataFolder"}">
{"" if omfang == "perMachine" else '<Directory Id="PROGRAMMER" Name="Programs">'}
<Directory Id="INSTALLDIR" Name="{NAVN}">
{filer}
<Component Id="cRegister" Guid="{_guid(omfang, "register")}" Win64="yes">
<RegistryKey Root="{rot}" Key="Software\\{NAVN}">
{_verdi("INSTALLDIR", "[INSTALLDIR]", _ER_NOEKKEL)}{_verdi("Versjon", versjon)}
</RegistryKey>
<RegistryKey Root="{rot}" Key="Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\{NAVN}.exe">
<RegistryValue Type="string" Value="[INSTALLDIR]{NAVN}.exe"/>
</RegistryKey>
</Component>
{policy}
</Directory>
{"" if omfang == "perMachine" else "</Directory>"}
</Directory>
<Directory Id="ProgramMenuFolder">
<Component Id="cMeny" Guid="{_guid(omfang, "meny")}" Win64="yes">
<Shortcut Id="kMeny" Name="{NAVN}" Description="Fra søknad til nøkkel" Target="[INSTALLDIR]{NAVN}.exe"
 WorkingDirectory="INSTALLDIR" Icon="boligtildeling.ico"/>
<RegistryValue Root="{rot}" Key="Software\\{NAVN}" Name="Meny" Type="integer" Value="1" KeyPath="yes"/>
</Component>
</Directory>
<Directory Id="DesktopFolder">
<Component Id="cSkrivebord" Guid="{_guid(omfang, "skrivebord")}" Win64="yes">
<Shortcut Id="kSkrivebord" Name="{NAVN}" Description="Fra søknad til nøkkel" Target="[INSTALLDIR]{NAVN}.exe"
 WorkingDirectory="INSTALLDIR" Icon="boligtildeling.ico"/>
<RegistryValue Root="{rot}" Key="Software\\{NAVN}" Name="SKRIVEBORD" Type="string" Value="1" KeyPath="yes"/>
</Component>
</Directory>
</Directory>
<Feature Id="Alt" Title="{NAVN}" Level="1" ConfigurableDirectory="INSTALLDIR">
{deler}
</Feature>
</Product>
</Wix>
"""


def _policy(omfang: Omfang) -> str:
    """What IT settles for the machine by a property; by group policy there is more to settle."""
    deler = (
        ("cDatamappe", "DATAMAPPE", "datamappe", rf"Software\Policies\{NAVN}"),
        ("cKopisted", "KOPISTED", "sikkerhetskopi_annet_sted", rf"Software\Policies\{NAVN}\Innstillinger"),
    )
    return "\n".join(
        f'<Component Id="{navn}" Guid="{_guid(omfang, navn)}" Win64="yes">'
        f'<RegistryKey Root="HKLM" Key="{noekkel}">{_verdi(verdi, f"[{egenskap}]", _ER_NOEKKEL)}</RegistryKey>'
        f'<RegistryKey Root="HKLM" Key="Software\\{NAVN}">{_verdi(egenskap, f"[{egenskap}]")}</RegistryKey>'
        "</Component>"
        for navn, egenskap, verdi, noekkel in deler
    )
